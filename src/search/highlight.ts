export function highlight(): void {}
