"""Work on many reports: stages from Parquet file to Parquet file, on one processor, on several, or on a cluster."""
