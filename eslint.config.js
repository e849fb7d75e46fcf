import tseslint from 'typescript-eslint';

const noCasts = ['error', { assertionStyle: 'never' }];

const decoratorsOnlyInDtos = [
  {
    selector: 'Decorator',
    message: 'Decorators live in the DTOs only: application/stages and application/commands/dto.',
  },
];

const impureGlobals = [
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'crypto',
  'fetch',
];

const impureSyntax = [
  { selector: ':function[async=true]', message: 'The domain does not wait for anything.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Time arrives in the domain as data.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time arrives in the domain as data.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness arrives in the domain as data.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      'dist-*',
      'coverage',
      'reports',
      'bench/peers',
      'test/packed/consumers',
      'test/**/fixtures',
      '.stryker-tmp',
    ],
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'prove/**/*.ts', 'verify-page/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './test/types/tsconfig.json', './verify-page/tsconfig.json'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': noCasts,
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      complexity: ['error', { max: 10, variant: 'modified' }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/application/commands/dto/**', 'src/application/stages/**'],
    rules: { 'no-restricted-syntax': ['error', ...decoratorsOnlyInDtos] },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-syntax': ['error', ...decoratorsOnlyInDtos, ...impureSyntax],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines': 'off', complexity: 'off', '@typescript-eslint/no-unsafe-type-assertion': 'off' },
  },
  {
    // Wrong on purpose: the compiler's own answer is what is tested.
    files: ['test/types/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: { eqeqeq: 'error', 'prefer-const': 'error', 'no-var': 'error', 'no-undef': 'off' },
  },
);
