import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StateExecution","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/StateExecution.md","filePath":"api/@orkestra/asl/execute/interfaces/StateExecution.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/StateExecution.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / StateExecution</p><h1 id="interface-stateexecution" tabindex="-1">Interface: StateExecution <a class="header-anchor" href="#interface-stateexecution" aria-label="Permalink to &quot;Interface: StateExecution&quot;">​</a></h1><p>What came of one state.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-cause"></a> <code>cause?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-error"></a> <code>error?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-inspectiondata"></a> <code>inspectionData</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;&gt;</td><td>The data at every stage of the state, by AWS&#39;s names: <code>afterInputPath</code>, <code>afterParameters</code>, <code>result</code>, …</td></tr><tr><td><a id="property-nextstate"></a> <code>nextState?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-output"></a> <code>output?</code></td><td><code>readonly</code></td><td><code>unknown</code></td><td>-</td></tr><tr><td><a id="property-status"></a> <code>status</code></td><td><code>readonly</code></td><td><code>&quot;SUCCEEDED&quot;</code> | <code>&quot;FAILED&quot;</code> | <code>&quot;RETRIABLE&quot;</code> | <code>&quot;CAUGHT_ERROR&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/StateExecution.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StateExecution = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StateExecution as default
};
