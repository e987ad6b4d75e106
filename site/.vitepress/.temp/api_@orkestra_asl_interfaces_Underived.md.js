import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Underived","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Underived.md","filePath":"api/@orkestra/asl/interfaces/Underived.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Underived.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Underived</p><h1 id="interface-underived" tabindex="-1">Interface: Underived <a class="header-anchor" href="#interface-underived" aria-label="Permalink to &quot;Interface: Underived&quot;">​</a></h1><p>A permission that the role needs and the definition does not tell.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-action"></a> <code>action?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The IAM action, as <code>s3:GetObject</code>; <code>*</code> where the whole call is not known, nothing where nobody tells which action a call needs.</td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the state that needs it.</td></tr><tr><td><a id="property-why"></a> <code>why</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Underived.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Underived = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Underived as default
};
