import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Arm","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Arm.md","filePath":"api/@orkestra/core/interfaces/Arm.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Arm.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Arm</p><h1 id="interface-arm" tabindex="-1">Interface: Arm <a class="header-anchor" href="#interface-arm" aria-label="Permalink to &quot;Interface: Arm&quot;">​</a></h1><p>What is done where a condition holds.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-condition"></a> <code>condition</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Expression.html"><code>Expression</code></a></td></tr><tr><td><a id="property-then"></a> <code>then</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Node.html"><code>Node</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Arm.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Arm = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Arm as default
};
