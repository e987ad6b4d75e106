import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: implementation","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/variables/implementation.md","filePath":"api/@orkestra/core/variables/implementation.md"}');
const _sfc_main = { name: "api/@orkestra/core/variables/implementation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / implementation</p><h1 id="variable-implementation" tabindex="-1">Variable: implementation <a class="header-anchor" href="#variable-implementation" aria-label="Permalink to &quot;Variable: implementation&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">const</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> implementation</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">:</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;"> unique</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> symbol</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">;</span></span></code></pre></div><p>Under this key a composed handler&#39;s own function rides along on its <code>Task</code>. It is no part of the data: equality, JSON and <code>structuredClone</code> do not see symbols. Global (<code>Symbol.for</code>), so that a second copy of this package finds it too.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/variables/implementation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const implementation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  implementation as default
};
