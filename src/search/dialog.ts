export async function openDialog(_initial?: string): Promise<void> {}
