import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Deadline","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/interfaces/Deadline.md","filePath":"api/@orkestra/handler/interfaces/Deadline.md"}');
const _sfc_main = { name: "api/@orkestra/handler/interfaces/Deadline.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/handler</a> / Deadline</p><h1 id="interface-deadline" tabindex="-1">Interface: Deadline <a class="header-anchor" href="#interface-deadline" aria-label="Permalink to &quot;Interface: Deadline&quot;">​</a></h1><p>An invocation that has little time left. Times are in milliseconds.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-elapsed"></a> <code>elapsed</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-event"></a> <code>event?</code></td><td><code>readonly</code></td><td><code>unknown</code></td><td>Where <code>logEvent</code> asks for it.</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-remaining"></a> <code>remaining</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-requestid"></a> <code>requestId</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/interfaces/Deadline.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Deadline = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Deadline as default
};
