import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CaughtError","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/interfaces/CaughtError.md","filePath":"api/@orkestra/handler/interfaces/CaughtError.md"}');
const _sfc_main = { name: "api/@orkestra/handler/interfaces/CaughtError.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/handler</a> / CaughtError</p><h1 id="interface-caughterror" tabindex="-1">Interface: CaughtError <a class="header-anchor" href="#interface-caughterror" aria-label="Permalink to &quot;Interface: CaughtError&quot;">​</a></h1><p>What a catcher of a workflow gets.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-cause"></a> <code>Cause</code></td><td><code>readonly</code></td><td><code>string</code> | <code>null</code></td></tr><tr><td><a id="property-error"></a> <code>Error</code></td><td><code>readonly</code></td><td><code>string</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/interfaces/CaughtError.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CaughtError = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CaughtError as default
};
