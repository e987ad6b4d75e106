import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DeadlineOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/interfaces/DeadlineOptions.md","filePath":"api/@orkestra/handler/interfaces/DeadlineOptions.md"}');
const _sfc_main = { name: "api/@orkestra/handler/interfaces/DeadlineOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/handler</a> / DeadlineOptions</p><h1 id="interface-deadlineoptions" tabindex="-1">Interface: DeadlineOptions <a class="header-anchor" href="#interface-deadlineoptions" aria-label="Permalink to &quot;Interface: DeadlineOptions&quot;">​</a></h1><p>How the guard works.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-logevent"></a> <code>logEvent?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the line holds the event. Default <code>false</code>: events may hold personal data, and may be large.</td></tr><tr><td><a id="property-margin"></a> <code>margin?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many milliseconds before the end the line is written. Default 100.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/interfaces/DeadlineOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DeadlineOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DeadlineOptions as default
};
