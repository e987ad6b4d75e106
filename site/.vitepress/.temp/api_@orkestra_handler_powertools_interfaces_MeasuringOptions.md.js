import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MeasuringOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/powertools/interfaces/MeasuringOptions.md","filePath":"api/@orkestra/handler/powertools/interfaces/MeasuringOptions.md"}');
const _sfc_main = { name: "api/@orkestra/handler/powertools/interfaces/MeasuringOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/handler/powertools</a> / MeasuringOptions</p><h1 id="interface-measuringoptions" tabindex="-1">Interface: MeasuringOptions <a class="header-anchor" href="#interface-measuringoptions" aria-label="Permalink to &quot;Interface: MeasuringOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./PowertoolsOptions.html"><code>PowertoolsOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-capturecoldstartmetric"></a> <code>captureColdStartMetric?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Count cold starts. Default <code>true</code>.</td></tr><tr><td><a id="property-captureerrormetric"></a> <code>captureErrorMetric?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Count invocations that throw, as the metric <code>UncaughtError</code>. Default <code>true</code>.</td></tr><tr><td><a id="property-defaultdimensions"></a> <code>defaultDimensions?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</td><td>Dimensions of every metric.</td></tr><tr><td><a id="property-throwonemptymetrics"></a> <code>throwOnEmptyMetrics?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Throw when an invocation recorded no metric. Default <code>false</code>. As with Powertools&#39; decorator, its RangeError then takes the place of what a handler threw before it recorded one, unless errors are counted.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/powertools/interfaces/MeasuringOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MeasuringOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MeasuringOptions as default
};
