import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: DeadlineExceeded","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/variables/DeadlineExceeded.md","filePath":"api/@orkestra/handler/variables/DeadlineExceeded.md"}');
const _sfc_main = { name: "api/@orkestra/handler/variables/DeadlineExceeded.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/handler</a> / DeadlineExceeded</p><h1 id="variable-deadlineexceeded" tabindex="-1">Variable: DeadlineExceeded <a class="header-anchor" href="#variable-deadlineexceeded" aria-label="Permalink to &quot;Variable: DeadlineExceeded&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">const</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> DeadlineExceeded</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">:</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;"> ReturnType</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">&lt;</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">typeof</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;"> defineError&gt;;</span></span></code></pre></div><p>The reason of the signal of <code>deadlineSignal</code>. What it aborts rejects with it, so a workflow can catch it by name.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/variables/DeadlineExceeded.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DeadlineExceeded = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DeadlineExceeded as default
};
