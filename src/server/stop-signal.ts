/** npm hands a signal on that the terminal has sent to its child already: two of them, one press. */
const samePressMs = 500;

/**
 * Runs `stop` at the first SIGINT or SIGTERM and exits with 0 when it is done, with 1 when it fails or when
 * someone asks again.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let stoppingSince: number | null = null;
  const onSignal = () => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > samePressMs) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Spegla: ${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
