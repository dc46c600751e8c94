import { useId, useRef } from 'preact/hooks';
import { Button } from '#ui/parts/button/button.tsx';
import './file-picker.css';

interface FilePickerProps {
  readonly label: string;
  readonly help?: string;
  /** The button's words. */
  readonly choose: string;
  /** Words about the file that was chosen. */
  readonly chosen?: string | undefined;
  readonly accept?: string;
  readonly onFile: (file: File) => void;
}

/** A button that lets the person choose a file of the device. */
export function FilePicker({ label, help, choose, chosen, accept, onFile }: FilePickerProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="file-picker" role="group" aria-labelledby={id}>
      <p class="file-picker-label" id={id}>
        {label}
      </p>
      {help === undefined ? null : <p class="file-picker-help">{help}</p>}
      <input
        ref={input}
        type="file"
        class="file-picker-input"
        tabIndex={-1}
        aria-hidden="true"
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          event.currentTarget.value = ''; // The same file may be chosen again.
        }}
      />
      <Button onClick={() => input.current?.click()}>{choose}</Button>
      <p class="file-picker-help" role="status">
        {chosen}
      </p>
    </div>
  );
}
