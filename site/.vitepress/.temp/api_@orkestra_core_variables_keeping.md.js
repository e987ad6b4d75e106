import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: keeping","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/variables/keeping.md","filePath":"api/@orkestra/core/variables/keeping.md"}');
const _sfc_main = { name: "api/@orkestra/core/variables/keeping.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / keeping</p><h1 id="variable-keeping" tabindex="-1">Variable: keeping <a class="header-anchor" href="#variable-keeping" aria-label="Permalink to &quot;Variable: keeping&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">const</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> keeping</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">:</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;"> Keeping</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">;</span></span></code></pre></div><p>Keeps the input: the output is the input, an object, with the step&#39;s output in one field.</p><h2 id="example" tabindex="-1">Example <a class="header-anchor" href="#example" aria-label="Permalink to &quot;Example&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">seq</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">(order, </span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">keeping</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">(price, </span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;">&#39;price&#39;</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">), ship) </span><span style="--shiki-light:#6A737D;--shiki-dark:#6A737D;">// ship gets the order and its price</span></span></code></pre></div><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>TypeError when the key is empty or the step is none.</p><p><a href="/docs/reference/keeping.html">Signatures, picture and ASL of keeping</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/variables/keeping.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const keeping = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  keeping as default
};
