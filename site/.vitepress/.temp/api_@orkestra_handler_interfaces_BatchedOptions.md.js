import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: BatchedOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/interfaces/BatchedOptions.md","filePath":"api/@orkestra/handler/interfaces/BatchedOptions.md"}');
const _sfc_main = { name: "api/@orkestra/handler/interfaces/BatchedOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/handler</a> / BatchedOptions</p><h1 id="interface-batchedoptions" tabindex="-1">Interface: BatchedOptions <a class="header-anchor" href="#interface-batchedoptions" aria-label="Permalink to &quot;Interface: BatchedOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-concurrency"></a> <code>concurrency?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many items are at work at once. Default 1.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/interfaces/BatchedOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BatchedOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BatchedOptions as default
};
