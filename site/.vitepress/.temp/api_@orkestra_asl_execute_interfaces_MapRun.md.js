import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MapRun","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/MapRun.md","filePath":"api/@orkestra/asl/execute/interfaces/MapRun.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/MapRun.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / MapRun</p><h1 id="interface-maprun" tabindex="-1">Interface: MapRun <a class="header-anchor" href="#interface-maprun" aria-label="Permalink to &quot;Interface: MapRun&quot;">​</a></h1><p>One run of a distributed Map, and the executions in it.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-executions"></a> <code>executions</code></td><td><code>readonly</code></td><td>readonly <code>object</code>[]</td></tr><tr><td><a id="property-maprunarn"></a> <code>mapRunArn</code></td><td><code>readonly</code></td><td><code>string</code></td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>readonly</code></td><td><code>string</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/MapRun.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MapRun = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MapRun as default
};
