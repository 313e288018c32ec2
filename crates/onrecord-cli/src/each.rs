//! Every article of the inputs through one function, on all cores, and its results in order to one place.

use crate::input::{Document, Inputs, Item};
use crate::output::Frame;
use crate::report::{Problem, Tally};
use crate::stream;
use crate::terminal::Progress;
use std::io::{self, BufWriter, Write};
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How to go through the articles.
pub struct Each {
    /// Read invalid UTF-8 too.
    pub lossy: bool,
    /// 0: one for each core.
    pub threads: usize,
    /// The bar.
    pub progress: Progress,
}

impl Each {
    /// Renders every article and writes what comes of it in its frame.
    ///
    /// # Errors
    /// Where `out` cannot be written. What is wrong with an input goes to stderr and into the tally.
    pub fn write<W: Write>(
        mut self,
        items: Inputs,
        out: &mut BufWriter<W>,
        frame: &Frame,
        render: impl Fn(&Item, &Document) -> Result<Vec<u8>, Problem> + Sync,
    ) -> io::Result<Tally> {
        let mut tally = Tally::default();
        let lossy = self.lossy;
        let work = |item: Item| (guarded(&item, lossy, &render), item.size);
        stream::in_order(items, threads(self.threads), work, |batch: Vec<(Result<Vec<u8>, Problem>, u64)>| {
            for (outcome, size) in batch {
                match outcome {
                    Ok(article) => {
                        out.write_all(&frame.before(tally.read == 0))?;
                        out.write_all(&article)?;
                        tally.read += 1;
                    }
                    Err(problem) => self.progress.aside(|| tally.fail(&problem)),
                }
                self.progress.advance(size);
            }
            out.flush()
        })?;
        out.write_all(&frame.after(tally))?;
        out.flush()?;
        Ok(tally)
    }
}

/// A fault in the parser costs one article, and is named.
fn guarded(item: &Item, lossy: bool, render: impl Fn(&Item, &Document) -> Result<Vec<u8>, Problem>) -> Result<Vec<u8>, Problem> {
    let document = item.decode(lossy)?;
    let rendered = catch_unwind(AssertUnwindSafe(|| render(item, &document)));
    rendered.unwrap_or_else(|_| Err(Problem::new(&item.place, "a fault of onrecord itself; please report it with this input")))
}

fn threads(wanted: usize) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, NonZero::get);
    if wanted == 0 { cores() } else { wanted }
}
