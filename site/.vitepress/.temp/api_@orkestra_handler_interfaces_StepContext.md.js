import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StepContext","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/interfaces/StepContext.md","filePath":"api/@orkestra/handler/interfaces/StepContext.md"}');
const _sfc_main = { name: "api/@orkestra/handler/interfaces/StepContext.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/handler</a> / StepContext</p><h1 id="interface-stepcontext" tabindex="-1">Interface: StepContext <a class="header-anchor" href="#interface-stepcontext" aria-label="Permalink to &quot;Interface: StepContext&quot;">​</a></h1><p>An invocation&#39;s place in an execution.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-attempt"></a> <code>attempt</code></td><td><code>readonly</code></td><td><code>number</code></td><td>0 for the first, 1 for the first retry.</td></tr><tr><td><a id="property-entered"></a> <code>entered</code></td><td><code>readonly</code></td><td><code>string</code></td><td>When the state was entered: the same for all attempts. ISO 8601.</td></tr><tr><td><a id="property-execution"></a> <code>execution</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The ARN of the execution.</td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the state.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/interfaces/StepContext.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StepContext = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StepContext as default
};
