import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RetryOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/RetryOptions.md","filePath":"api/@orkestra/core/interfaces/RetryOptions.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/RetryOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / RetryOptions</p><h1 id="interface-retryoptions" tabindex="-1">Interface: RetryOptions <a class="header-anchor" href="#interface-retryoptions" aria-label="Permalink to &quot;Interface: RetryOptions&quot;">​</a></h1><p>Which errors are retried, how often and after how long. What is left out is as in ASL.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-backoffrate"></a> <code>backoffRate?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>By what the interval is multiplied after each retry, from 1. Default 2.</td></tr><tr><td><a id="property-errors"></a> <code>errors?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>The errors&#39; names. Default: all that can be retried.</td></tr><tr><td><a id="property-intervalseconds"></a> <code>intervalSeconds?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Before the first retry; whole seconds, from 1. Default 1.</td></tr><tr><td><a id="property-jitter"></a> <code>jitter?</code></td><td><code>readonly</code></td><td><code>&quot;FULL&quot;</code> | <code>&quot;NONE&quot;</code></td><td><code>&quot;FULL&quot;</code>: each wait is a random part of what it would be. A run here waits the whole. Default <code>&quot;NONE&quot;</code>.</td></tr><tr><td><a id="property-maxattempts"></a> <code>maxAttempts?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many retries after the first attempt; 0 for none. Default 3.</td></tr><tr><td><a id="property-maxdelayseconds"></a> <code>maxDelaySeconds?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The longest wait; whole seconds, more than the interval.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/RetryOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RetryOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RetryOptions as default
};
