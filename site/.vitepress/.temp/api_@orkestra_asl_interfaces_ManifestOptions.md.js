import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ManifestOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/ManifestOptions.md","filePath":"api/@orkestra/asl/interfaces/ManifestOptions.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/ManifestOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / ManifestOptions</p><h1 id="interface-manifestoptions" tabindex="-1">Interface: ManifestOptions <a class="header-anchor" href="#interface-manifestoptions" aria-label="Permalink to &quot;Interface: ManifestOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-readmodules"></a> <code>readModules?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td><code>false</code>: the modules are not read, so nobody looks whether they export their handlers. Default <code>true</code>.</td></tr><tr><td><a id="property-root"></a> <code>root?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The folder that entries are relative to. Default: the current one.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/ManifestOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ManifestOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ManifestOptions as default
};
