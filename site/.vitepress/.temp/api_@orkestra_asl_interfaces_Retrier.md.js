import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Retrier","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Retrier.md","filePath":"api/@orkestra/asl/interfaces/Retrier.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Retrier.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Retrier</p><h1 id="interface-retrier" tabindex="-1">Interface: Retrier <a class="header-anchor" href="#interface-retrier" aria-label="Permalink to &quot;Interface: Retrier&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-backoffrate"></a> <code>BackoffRate?</code></td><td><code>number</code></td></tr><tr><td><a id="property-comment"></a> <code>Comment?</code></td><td><code>string</code></td></tr><tr><td><a id="property-errorequals"></a> <code>ErrorEquals</code></td><td><code>string</code>[]</td></tr><tr><td><a id="property-intervalseconds"></a> <code>IntervalSeconds?</code></td><td><code>number</code></td></tr><tr><td><a id="property-jitterstrategy"></a> <code>JitterStrategy?</code></td><td><code>&quot;FULL&quot;</code> | <code>&quot;NONE&quot;</code></td></tr><tr><td><a id="property-maxattempts"></a> <code>MaxAttempts?</code></td><td><code>number</code></td></tr><tr><td><a id="property-maxdelayseconds"></a> <code>MaxDelaySeconds?</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Retrier.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Retrier = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Retrier as default
};
