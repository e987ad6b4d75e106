import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DrawOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/draw/interfaces/DrawOptions.md","filePath":"api/@orkestra/asl/draw/interfaces/DrawOptions.md"}');
const _sfc_main = { name: "api/@orkestra/asl/draw/interfaces/DrawOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/draw</a> / DrawOptions</p><h1 id="interface-drawoptions" tabindex="-1">Interface: DrawOptions <a class="header-anchor" href="#interface-drawoptions" aria-label="Permalink to &quot;Interface: DrawOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./PageOptions.html"><code>PageOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-execution"></a> <code>execution?</code></td><td><code>readonly</code></td><td>readonly <a href="./../../execute/type-aliases/HistoryEvent.html"><code>HistoryEvent</code></a>[]</td><td>The history of an execution, of <code>execute</code>, <code>run</code> or AWS (<code>historyIn</code>). The states that it entered show their attempts, errors and times, the ways that it took are strong, and what it left aside is faint.</td></tr><tr><td><a id="property-title"></a> <code>title?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What it is a drawing of. Default <code>&#39;Workflow&#39;</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/draw/interfaces/DrawOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DrawOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DrawOptions as default
};
