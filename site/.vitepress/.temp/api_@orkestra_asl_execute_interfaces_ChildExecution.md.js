import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ChildExecution","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/ChildExecution.md","filePath":"api/@orkestra/asl/execute/interfaces/ChildExecution.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/ChildExecution.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / ChildExecution</p><h1 id="interface-childexecution" tabindex="-1">Interface: ChildExecution <a class="header-anchor" href="#interface-childexecution" aria-label="Permalink to &quot;Interface: ChildExecution&quot;">​</a></h1><p>Which child execution of a distributed Map an event is of.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-index"></a> <code>index</code></td><td><code>readonly</code></td><td><code>number</code></td><td>From 0, in the order of the items or batches.</td></tr><tr><td><a id="property-maprunarn"></a> <code>mapRunArn</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the Map.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/ChildExecution.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ChildExecution = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ChildExecution as default
};
