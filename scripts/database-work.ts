/** Does a command's work on the database and prints what came of it as JSON, or why it could not be done. */
export async function databaseWork(
  usage: string,
  work: (args: string[]) => Promise<object | null>,
): Promise<void> {
  try {
    const done = await work(process.argv.slice(2));
    if (done) console.log(JSON.stringify(done));
    else console.error(`Usage: ${usage}`);
    process.exit(done ? 0 : 1);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
