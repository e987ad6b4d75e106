import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: QueryLanguage","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/type-aliases/QueryLanguage.md","filePath":"api/@orkestra/asl/type-aliases/QueryLanguage.md"}');
const _sfc_main = { name: "api/@orkestra/asl/type-aliases/QueryLanguage.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / QueryLanguage</p><h1 id="type-alias-querylanguage" tabindex="-1">Type Alias: QueryLanguage <a class="header-anchor" href="#type-alias-querylanguage" aria-label="Permalink to &quot;Type Alias: QueryLanguage&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">type</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;"> QueryLanguage</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;"> =</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;"> &quot;JSONPath&quot;</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;"> |</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;"> &quot;JSONata&quot;</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">;</span></span></code></pre></div><p>Amazon States Language as types: what is emitted, and what any reader of ASL meets. <a href="https://states-language.net/" target="_blank" rel="noreferrer">https://states-language.net/</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/type-aliases/QueryLanguage.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const QueryLanguage = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  QueryLanguage as default
};
