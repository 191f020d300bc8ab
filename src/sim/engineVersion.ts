/** Names what a seed promises. It changes whenever any figure of any run would; CHANGELOG says which. */
export const ENGINE_VERSION = '2';
