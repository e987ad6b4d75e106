import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: defaultRuntime","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/variables/defaultRuntime.md","filePath":"api/@orkestra/asl/variables/defaultRuntime.md"}');
const _sfc_main = { name: "api/@orkestra/asl/variables/defaultRuntime.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / defaultRuntime</p><h1 id="variable-defaultruntime" tabindex="-1">Variable: defaultRuntime <a class="header-anchor" href="#variable-defaultruntime" aria-label="Permalink to &quot;Variable: defaultRuntime&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">const</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> defaultRuntime</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">:</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;"> &quot;nodejs24.x&quot;</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;"> =</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;"> &#39;nodejs24.x&#39;</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">;</span></span></code></pre></div><p>The newest long-term release of Node.js that Lambda has: the runtime of a function that names none, whatever deploys it.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/variables/defaultRuntime.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const defaultRuntime = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  defaultRuntime as default
};
