import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Caught","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Caught.md","filePath":"api/@orkestra/core/interfaces/Caught.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Caught.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Caught</p><h1 id="interface-caught" tabindex="-1">Interface: Caught <a class="header-anchor" href="#interface-caught" aria-label="Permalink to &quot;Interface: Caught&quot;">​</a></h1><p>A caught error, with the fields and the spelling that Step Functions gives it.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-cause"></a> <code>Cause</code></td><td><code>readonly</code></td><td><code>string</code> | <code>null</code></td><td>Why. Of a Lambda function: JSON text, see <code>parseCause</code>. <code>null</code> where whoever failed gave none.</td></tr><tr><td><a id="property-error"></a> <code>Error</code></td><td><code>readonly</code></td><td><code>string</code> | <code>null</code></td><td>The error&#39;s name. Of a Lambda function: the <code>name</code> of what it threw. <code>null</code> where a Fail state or SendTaskFailure gave none.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Caught.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Caught = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Caught as default
};
