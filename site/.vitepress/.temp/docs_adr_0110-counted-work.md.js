import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"110. Counted work","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0110-counted-work.md","filePath":"docs/adr/0110-counted-work.md"}');
const _sfc_main = { name: "docs/adr/0110-counted-work.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_110-counted-work" tabindex="-1">110. Counted work <a class="header-anchor" href="#_110-counted-work" aria-label="Permalink to &quot;110. Counted work&quot;">​</a></h1><p><strong>Context.</strong> A workflow&#39;s expressions are its users&#39; text, and a test runner evaluates them in its own process. Some never end (<code>/^(a|a)*$/</code>, a recursion without a base case), some fill the memory (<code>[1..9999999]</code>, an array that doubles). Bounds by the clock made the result of an execution depend on how busy the machine was; a guard that looked at the shape of a pattern was wrong on the patterns that matter; and a native step of the JSONata library could not be interrupted at all.</p><p><strong>Decision.</strong> Whatever takes time counts steps, in one <code>Work</code> (<code>execute/work.ts</code>), and ends when they are used up.</p><ul><li>Patterns are searched by re2js (MIT, no dependency, 264 kB, Node 20): linear by construction. It reads its text through two methods of a <code>String</code>, and a subclass counts them. So a search for all matches, which is quadratic in RE2 too, ends as well.</li><li>The JSONata library has hooks at the entry and the exit of each node. Its native functions are wrapped, and count by the size of what they are given; a range, an equality and a pattern become calls of our own functions in the parsed expression, before it is evaluated. Sizes of arrays and objects are remembered, so that counting one costs nothing the second time.</li><li>Depth is AWS&#39;s: about 100 levels. The library evaluates the items of an array and the fields of an object side by side, where a counter of open nodes says nothing of depth. The entry hook lets one begin when the one before it has ended.</li><li>A JSONPath counts the values that it finds.</li><li>The states entered are bounded by what a history of them takes.</li></ul><p>Where AWS was measured, the numbers are AWS&#39;s, and so are the words. Elsewhere a bound is about a second of work and below 300 MB. <a href="./../guide/limits.html">The table</a> has them all.</p><p><strong>Given up.</strong> A pattern with a look-ahead or a back-reference is searched by JavaScript&#39;s engine against a clock; a search that runs into it is thrown as a <code>SetupError</code>. A group in a loop keeps what it matched in an earlier round, as in RE2. An expression of AWS&#39;s that does more than a million steps needs <code>limits: { jsonataSteps }</code> here.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0110-counted-work.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0110CountedWork = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0110CountedWork as default
};
