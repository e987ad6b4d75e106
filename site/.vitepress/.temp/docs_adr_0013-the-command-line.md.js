import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"13. The command line","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0013-the-command-line.md","filePath":"docs/adr/0013-the-command-line.md"}');
const _sfc_main = { name: "docs/adr/0013-the-command-line.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_13-the-command-line" tabindex="-1">13. The command line <a class="header-anchor" href="#_13-the-command-line" aria-label="Permalink to &quot;13. The command line&quot;">​</a></h1><p><strong>Context.</strong> Help, completion, parsing and documentation of a command drift apart when each is written by hand. A watch must know what a module imports, survive errors, and not depend on how a system watches folders. Completion is asked for at a key press.</p><p><strong>Decision.</strong> A command is data (<code>Command</code>): what it takes, its options with meaning, words and default, its examples. Node&#39;s <code>parseArgs</code> reads the same objects; help and the scripts for three shells are made of them; the tests run the examples. The scripts call no Node; exports come from <code>sed</code> over the module. That sees <code>export const</code>, which is how workflows are exported.</p><p><code>--watch</code> stays in one process. The loader&#39;s own cache tells which files were loaded, also when one of them fails; these are forgotten before the next run. <code>fs.watch</code> on their folders, not below, is where Node behaves alike everywhere, and it is in force when it returns; chokidar was tried, and adds a folder later than it says. While there is an error, any source in these folders counts, for it may be what was missing.</p><p><code>init</code> copies real files with two words filled in, and leaves what is made of the workflow to <code>npm run build</code> of the project: a new project has no packages yet, so its workflow cannot be loaded.</p><p><strong>Given up.</strong> Watching what Node loads by itself (<code>.mjs</code>, packages). Type errors: the command line strips types, <code>tsc</code> checks them.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0013-the-command-line.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0013TheCommandLine = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0013TheCommandLine as default
};
