import torch
from torch.utils.data import DataLoader, TensorDataset

if __name__ == "__main__":
    loader = DataLoader(TensorDataset(torch.ones(8)), num_workers=2)
    for (batch,) in loader:
        print(batch.to("cuda").sum())
