import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import './qr-code.css';

interface QrCodeProps {
  readonly text: string;
  /** What the code leads to, for those who do not see it. */
  readonly label: string;
}

/** A text as a QR code (error correction M), black on white in every theme, sharp at every size. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 4 });
    const path = code.data
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('');
    return { size: code.size, path };
  }, [text]);
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
