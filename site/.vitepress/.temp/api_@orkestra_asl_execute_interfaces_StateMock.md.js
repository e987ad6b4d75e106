import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StateMock","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/StateMock.md","filePath":"api/@orkestra/asl/execute/interfaces/StateMock.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/StateMock.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / StateMock</p><h1 id="interface-statemock" tabindex="-1">Interface: StateMock <a class="header-anchor" href="#interface-statemock" aria-label="Permalink to &quot;Interface: StateMock&quot;">​</a></h1><p>What a state comes to without running: a result, or an error.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-erroroutput"></a> <code>errorOutput?</code></td><td><code>readonly</code></td><td><code>object</code></td></tr><tr><td><code>errorOutput.cause?</code></td><td><code>readonly</code></td><td><code>string</code></td></tr><tr><td><code>errorOutput.error?</code></td><td><code>readonly</code></td><td><code>string</code></td></tr><tr><td><a id="property-result"></a> <code>result?</code></td><td><code>readonly</code></td><td><code>unknown</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/StateMock.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StateMock = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StateMock as default
};
