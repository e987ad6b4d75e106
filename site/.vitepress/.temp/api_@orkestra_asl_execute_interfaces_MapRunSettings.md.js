import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MapRunSettings","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/MapRunSettings.md","filePath":"api/@orkestra/asl/execute/interfaces/MapRunSettings.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/MapRunSettings.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / MapRunSettings</p><h1 id="interface-maprunsettings" tabindex="-1">Interface: MapRunSettings <a class="header-anchor" href="#interface-maprunsettings" aria-label="Permalink to &quot;Interface: MapRunSettings&quot;">​</a></h1><p>What UpdateMapRun can change. <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateMapRun.html" target="_blank" rel="noreferrer">https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateMapRun.html</a></p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-maxconcurrency"></a> <code>maxConcurrency</code></td><td><code>readonly</code></td><td><code>number</code></td><td>0 for as many as may be.</td></tr><tr><td><a id="property-toleratedfailurecount"></a> <code>toleratedFailureCount</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-toleratedfailurepercentage"></a> <code>toleratedFailurePercentage</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/MapRunSettings.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MapRunSettings = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MapRunSettings as default
};
