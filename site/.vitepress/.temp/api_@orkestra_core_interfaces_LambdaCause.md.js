import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LambdaCause","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/LambdaCause.md","filePath":"api/@orkestra/core/interfaces/LambdaCause.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/LambdaCause.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / LambdaCause</p><h1 id="interface-lambdacause" tabindex="-1">Interface: LambdaCause <a class="header-anchor" href="#interface-lambdacause" aria-label="Permalink to &quot;Interface: LambdaCause&quot;">​</a></h1><p>What the Node.js runtime of Lambda writes into <code>Cause</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-errormessage"></a> <code>errorMessage</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-errortype"></a> <code>errorType</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-trace"></a> <code>trace</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>The lines of the stack trace.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/LambdaCause.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LambdaCause = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LambdaCause as default
};
