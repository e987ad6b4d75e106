import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: longestName","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/variables/longestName.md","filePath":"api/@orkestra/core/variables/longestName.md"}');
const _sfc_main = { name: "api/@orkestra/core/variables/longestName.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / longestName</p><h1 id="variable-longestname" tabindex="-1">Variable: longestName <a class="header-anchor" href="#variable-longestname" aria-label="Permalink to &quot;Variable: longestName&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">const</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> longestName</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">:</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> 80</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;"> =</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> 80</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">;</span></span></code></pre></div><p>The longest name of a state, in characters. <a href="https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html" target="_blank" rel="noreferrer">https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/variables/longestName.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const longestName = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  longestName as default
};
