import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const PURE_ROOMS = ['model', 'sim', 'stats', 'territory', 'calibrate', 'decide'];

/**
 * The rules that need types, kept to those that find faults rather than tastes.
 * @type {import('eslint').Linter.RulesRecord}
 */
const withTypes = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export default ts.config(
  { ignores: ['dist/', 'coverage/', 'test-results/', 'playwright-report/', 'node_modules/'] },
  // AssemblyScript: its decorators and casts are no TypeScript. Prettier leaves it out as well.
  { ignores: ['src/sim/kernel/assembly/'] },
  // A rule that is in the way is changed here, for everybody, not switched off in a comment.
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: {
      // The compiler knows better.
      'no-undef': 'off',
      // Coefficients stand as they were published, with more digits than a double holds.
      'no-loss-of-precision': 'off',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/*.ts', '**/*.svelte', '**/*.mjs'], rules: withTypes },
  {
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    // A type exported by a component's module script reads to this rule as an import written to.
    rules: { 'no-import-assign': 'off', 'prefer-const': 'off', 'svelte/prefer-const': 'error' },
  },
  {
    files: ['**/*.svelte.ts'],
    languageOptions: { parser: ts.parser },
  },
  // A class keeps maps of its own that nothing is drawn from; what is drawn is replaced, not changed in place.
  { files: ['**/*.svelte.ts'], rules: { 'svelte/prefer-svelte-reactivity': 'off' } },
  {
    files: ['src/**', 'workers/**'],
    rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] },
  },
  { files: PURE_ROOMS.map((room) => `src/${room}/**`), rules: { 'no-console': 'error' } },
  {
    files: ['src/**/*.ts', 'workers/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  // Pages to look things up on: what a plan can say, where what lies in the kernel's memory, plans written out.
  {
    files: [
      'src/model/plan.ts',
      'src/sim/kernel/image.ts',
      'src/sim/kernel/records.ts',
      'src/bench/featurePlans.ts',
    ],
    rules: { 'max-lines': 'off' },
  },
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  // Compiled apart from the page, against the worker's own library: see tsconfig.serviceWorker.json.
  {
    files: ['src/serviceWorker.ts'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: Object.fromEntries(Object.keys(withTypes).map((rule) => [rule, 'off'])),
  },
  { files: ['**/*.js'], languageOptions: { parserOptions: { projectService: false } } },
);
