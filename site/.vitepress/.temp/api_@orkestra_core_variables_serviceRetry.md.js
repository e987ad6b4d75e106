import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: serviceRetry","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/variables/serviceRetry.md","filePath":"api/@orkestra/core/variables/serviceRetry.md"}');
const _sfc_main = { name: "api/@orkestra/core/variables/serviceRetry.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / serviceRetry</p><h1 id="variable-serviceretry" tabindex="-1">Variable: serviceRetry <a class="header-anchor" href="#variable-serviceretry" aria-label="Permalink to &quot;Variable: serviceRetry&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">const</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> serviceRetry</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">:</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;"> RetryPolicy</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">;</span></span></code></pre></div><p>The errors of the Lambda service that pass by themselves, and how they are retried: the list and the numbers of CDK&#39;s LambdaInvoke and of AWS&#39;s guide, and <code>Lambda.TooManyRequestsException</code>, which AWS&#39;s console adds. <a href="https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html" target="_blank" rel="noreferrer">https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/variables/serviceRetry.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const serviceRetry = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  serviceRetry as default
};
