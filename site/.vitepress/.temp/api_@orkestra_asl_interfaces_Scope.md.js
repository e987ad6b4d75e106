import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Scope","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Scope.md","filePath":"api/@orkestra/asl/interfaces/Scope.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Scope.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Scope</p><h1 id="interface-scope" tabindex="-1">Interface: Scope <a class="header-anchor" href="#interface-scope" aria-label="Permalink to &quot;Interface: Scope&quot;">​</a></h1><p>A <code>States</code> object and where it begins: a machine, a branch, an item processor.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./StateMachine.html"><code>StateMachine</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-comment"></a> <code>Comment?</code></td><td><code>string</code></td></tr><tr><td><a id="property-startat"></a> <code>StartAt</code></td><td><code>string</code></td></tr><tr><td><a id="property-states"></a> <code>States</code></td><td><code>Record</code>&lt;<code>string</code>, <a href="./../type-aliases/State.html"><code>State</code></a>&gt;</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Scope.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Scope = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Scope as default
};
