import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Integration","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Integration.md","filePath":"api/@orkestra/core/interfaces/Integration.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Integration.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Integration</p><h1 id="interface-integration" tabindex="-1">Interface: Integration <a class="header-anchor" href="#interface-integration" aria-label="Permalink to &quot;Interface: Integration&quot;">​</a></h1><p>What one action of an optimized integration can do, and what it must be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-patterns"></a> <code>patterns</code></td><td><code>readonly</code></td><td>readonly <a href="./../type-aliases/IntegrationPattern.html"><code>IntegrationPattern</code></a>[]</td><td>-</td></tr><tr><td><a id="property-required"></a> <code>required</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Fields that the call cannot do without.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Integration.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Integration = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Integration as default
};
