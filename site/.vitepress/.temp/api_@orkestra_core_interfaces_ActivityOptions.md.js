import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ActivityOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/ActivityOptions.md","filePath":"api/@orkestra/core/interfaces/ActivityOptions.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/ActivityOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / ActivityOptions</p><h1 id="interface-activityoptions" tabindex="-1">Interface: ActivityOptions <a class="header-anchor" href="#interface-activityoptions" aria-label="Permalink to &quot;Interface: ActivityOptions&quot;">​</a></h1><p>What may be said of an activity besides its ARN.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-heartbeat"></a> <code>heartbeat?</code></td><td><code>readonly</code></td><td><a href="./Duration.html"><code>Duration</code></a></td><td>How long the worker may be silent (<code>SendTaskHeartbeat</code>). From 1 s, shorter than <code>taskTimeout</code>.</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The task&#39;s own name: that in the ARN without it.</td></tr><tr><td><a id="property-tasktimeout"></a> <code>taskTimeout?</code></td><td><code>readonly</code></td><td><a href="./Duration.html"><code>Duration</code></a></td><td>Without it a task waits as long as the execution may last. From 1 s.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/ActivityOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ActivityOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ActivityOptions as default
};
