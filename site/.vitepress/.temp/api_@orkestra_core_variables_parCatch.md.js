import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: parCatch","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/variables/parCatch.md","filePath":"api/@orkestra/core/variables/parCatch.md"}');
const _sfc_main = { name: "api/@orkestra/core/variables/parCatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / parCatch</p><h1 id="variable-parcatch" tabindex="-1">Variable: parCatch <a class="header-anchor" href="#variable-parcatch" aria-label="Permalink to &quot;Variable: parCatch&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">const</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> parCatch</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">:</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;"> ParCatchSignatures</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">;</span></span></code></pre></div><p>Side by side, and no error is the end: an error of a branch becomes that branch&#39;s output <code>{ Error, Cause }</code>, the others finish, the whole succeeds.</p><p><code>parCatch(a, b)</code> is <code>par(capture(a), capture(b))</code>; of branches that cannot fail it is <code>par</code>.</p><h2 id="example" tabindex="-1">Example <a class="header-anchor" href="#example" aria-label="Permalink to &quot;Example&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">seq</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">(x, y, </span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">parCatch</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">(z, g)) </span><span style="--shiki-light:#6A737D;--shiki-dark:#6A737D;">// [Outcome&lt;Z&gt;, Outcome&lt;G&gt;]</span></span></code></pre></div><p><a href="/docs/reference/parCatch.html">Signatures, picture and ASL of parCatch</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/variables/parCatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const parCatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  parCatch as default
};
