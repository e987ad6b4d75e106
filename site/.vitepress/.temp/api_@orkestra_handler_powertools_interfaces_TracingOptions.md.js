import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TracingOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/powertools/interfaces/TracingOptions.md","filePath":"api/@orkestra/handler/powertools/interfaces/TracingOptions.md"}');
const _sfc_main = { name: "api/@orkestra/handler/powertools/interfaces/TracingOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/handler/powertools</a> / TracingOptions</p><h1 id="interface-tracingoptions" tabindex="-1">Interface: TracingOptions <a class="header-anchor" href="#interface-tracingoptions" aria-label="Permalink to &quot;Interface: TracingOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./PowertoolsOptions.html"><code>PowertoolsOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-captureresponse"></a> <code>captureResponse?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Put the handler&#39;s result into the trace. Default <code>true</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/powertools/interfaces/TracingOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TracingOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TracingOptions as default
};
