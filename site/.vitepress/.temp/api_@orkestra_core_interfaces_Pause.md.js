import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Pause","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Pause.md","filePath":"api/@orkestra/core/interfaces/Pause.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Pause.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Pause</p><h1 id="interface-pause" tabindex="-1">Interface: Pause <a class="header-anchor" href="#interface-pause" aria-label="Permalink to &quot;Interface: Pause&quot;">​</a></h1><p>The wait between the laps of a loop.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-backoffrate"></a> <code>backoffRate?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>By what the wait is multiplied after each lap.</td></tr><tr><td><a id="property-isfirst"></a> <code>isFirst?</code></td><td><code>readonly</code></td><td><code>true</code></td><td>Whether there is a wait before the first lap, too.</td></tr><tr><td><a id="property-maxseconds"></a> <code>maxSeconds?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The longest wait, in seconds.</td></tr><tr><td><a id="property-seconds"></a> <code>seconds</code></td><td><code>readonly</code></td><td><code>number</code></td><td>In seconds: the first wait.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Pause.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Pause = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Pause as default
};
