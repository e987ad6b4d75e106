import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FailState","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/FailState.md","filePath":"api/@orkestra/asl/interfaces/FailState.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/FailState.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / FailState</p><h1 id="interface-failstate" tabindex="-1">Interface: FailState <a class="header-anchor" href="#interface-failstate" aria-label="Permalink to &quot;Interface: FailState&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Any</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-cause"></a> <code>Cause?</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-causepath"></a> <code>CausePath?</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-comment"></a> <code>Comment?</code></td><td><code>string</code></td><td><code>Any.Comment</code></td></tr><tr><td><a id="property-error"></a> <code>Error?</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-errorpath"></a> <code>ErrorPath?</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-querylanguage"></a> <code>QueryLanguage?</code></td><td><a href="./../type-aliases/QueryLanguage.html"><code>QueryLanguage</code></a></td><td><code>Any.QueryLanguage</code></td></tr><tr><td><a id="property-type"></a> <code>Type</code></td><td><code>&quot;Fail&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/FailState.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FailState = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FailState as default
};
