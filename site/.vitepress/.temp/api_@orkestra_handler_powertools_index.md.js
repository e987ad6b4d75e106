import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@orkestra/handler/powertools","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/powertools/index.md","filePath":"api/@orkestra/handler/powertools/index.md"}');
const _sfc_main = { name: "api/@orkestra/handler/powertools/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / @orkestra/handler/powertools</p><h1 id="orkestra-handler-powertools" tabindex="-1">@orkestra/handler/powertools <a class="header-anchor" href="#orkestra-handler-powertools" aria-label="Permalink to &quot;@orkestra/handler/powertools&quot;">​</a></h1><p>Powertools for AWS Lambda around a composed handler, without middy and without decorators.</p><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/LoggerLike.html">LoggerLike</a></li><li><a href="./interfaces/LoggingOptions.html">LoggingOptions</a></li><li><a href="./interfaces/MeasuringOptions.html">MeasuringOptions</a></li><li><a href="./interfaces/MetricsLike.html">MetricsLike</a></li><li><a href="./interfaces/PowertoolsOptions.html">PowertoolsOptions</a></li><li><a href="./interfaces/SubsegmentLike.html">SubsegmentLike</a></li><li><a href="./interfaces/TracerLike.html">TracerLike</a></li><li><a href="./interfaces/TracingOptions.html">TracingOptions</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/powertools.html">powertools</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/powertools/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
