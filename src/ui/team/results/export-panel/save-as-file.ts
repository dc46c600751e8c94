/** Hands a file to the browser's downloads. */
export function saveAsFile(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
