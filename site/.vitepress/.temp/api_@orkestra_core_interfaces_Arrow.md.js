import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Arrow","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Arrow.md","filePath":"api/@orkestra/core/interfaces/Arrow.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Arrow.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Arrow</p><h1 id="interface-arrow" tabindex="-1">Interface: Arrow <a class="header-anchor" href="#interface-arrow" aria-label="Permalink to &quot;Interface: Arrow&quot;">​</a></h1><p><code>from</code> and <code>to</code> are ids of boxes or groups. An <code>error</code> arrow is taken by a caught error, a <code>retry</code> arrow by one that is tried again.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-from"></a> <code>from</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>readonly</code></td><td><code>&quot;error&quot;</code> | <code>&quot;next&quot;</code> | <code>&quot;retry&quot;</code></td><td>-</td></tr><tr><td><a id="property-label"></a> <code>label?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The errors that take it, unless all do; of a way out of a choice, its condition.</td></tr><tr><td><a id="property-to"></a> <code>to</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Arrow.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Arrow = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Arrow as default
};
